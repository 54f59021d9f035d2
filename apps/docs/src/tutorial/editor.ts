import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { oneDarkHighlightStyle } from '@codemirror/theme-one-dark';
import { EditorView, keymap } from '@codemirror/view';

/** An editor of TypeScript in an element; `Ctrl+Enter` runs. Escape leaves it, so that the Tab key is not caught. */
export function openEditor(
  parent: HTMLElement,
  code: string,
  dark: boolean,
  onRun: () => void,
  label = 'Code of this block',
): EditorView {
  const run = (): boolean => {
    onRun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        history(),
        keymap.of([{ key: 'Mod-Enter', run }, ...defaultKeymap, ...historyKeymap]),
        javascript({ typescript: true }),
        syntaxHighlighting(dark ? oneDarkHighlightStyle : defaultHighlightStyle),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.theme(
          {
            '&': { fontSize: '13px', backgroundColor: 'var(--vp-code-block-bg)', color: 'var(--vp-c-text-1)' },
            '.cm-content': {
              fontFamily: 'var(--vp-font-family-mono)',
              padding: '16px 0',
              caretColor: 'var(--vp-c-text-1)',
            },
            '.cm-line': { padding: '0 24px' },
            '&.cm-focused': { outline: '2px solid var(--vp-c-brand-1)' },
          },
          { dark },
        ),
      ],
    }),
  });
}
