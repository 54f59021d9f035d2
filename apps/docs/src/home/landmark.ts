import { useRoute } from 'vitepress';
import { nextTick, onMounted, watch } from 'vue';

/** Says which part of a page is the main one where VitePress does not: on the front page and on those without a layout. */
export function useMainLandmark(): void {
  const route = useRoute();
  const mark = (): void => {
    const content = document.querySelector('.VPContent');
    if (content === null) return;
    if (content.querySelector('main') === null) content.setAttribute('role', 'main');
    else content.removeAttribute('role');
  };
  onMounted(mark);
  watch(
    () => route.path,
    () => void nextTick(mark),
  );
}
