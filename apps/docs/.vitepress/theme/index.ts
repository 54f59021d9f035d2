import type { Theme } from 'vitepress';
// System fonts: Inter alone would be half of a page's first load.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h } from 'vue';
import LiveHero from '../../src/home/LiveHero.vue';
import { useMainLandmark } from '../../src/home/landmark.js';
import TutorialSlot from '../../src/tutorial/TutorialSlot.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'home-hero-image': () => h(LiveHero),
      'doc-before': () => h(TutorialSlot),
    }),
  setup: useMainLandmark,
  enhanceApp({ app }) {
    // Loaded where a page has them, and only there.
    app.component(
      'Playground',
      defineAsyncComponent(() => import('../../src/playground/Playground.vue')),
    );
    app.component(
      'ConceptWidget',
      defineAsyncComponent(() => import('../../src/concepts/ConceptWidget.vue')),
    );
    app.component(
      'LossWidget',
      defineAsyncComponent(() => import('../../src/concepts/LossWidget.vue')),
    );
  },
} satisfies Theme;
