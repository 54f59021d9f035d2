import { darkTheme, lightTheme, type Theme } from '@kindling/viz';
import { useData } from 'vitepress';
import { type ComputedRef, computed } from 'vue';

/** Dark pictures on the ground of the page; one object, so that what is kept for a theme is found again. */
const dark: Theme = { ...darkTheme, background: '#1b1b1f' };

/** The colours of pictures, on the ground of the page. */
export function usePictureTheme(): ComputedRef<Theme> {
  const { isDark } = useData();
  return computed(() => (isDark.value ? dark : lightTheme));
}
