import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $getSelection, $isRangeSelection, createEditor } from 'lexical';

let editor;
const errors = [];

export function mount(element) {
  element.contentEditable = 'true';
  editor = createEditor({ namespace: 'test', onError: (error) => errors.push(String(error)) });
  editor.setRootElement(element);
  registerRichText(editor);
  editor.update(() => void $getRoot().clear().append($createParagraphNode()).selectEnd(), { discrete: true });
  element.focus();
}

export function read() {
  return editor.read(() => {
    const selection = $getSelection();
    const root = $getRoot();
    // Where the caret is by place, because keys are given out as nodes come.
    const place = ({ key, offset }) => {
      const path = [];
      const nodes = new Map();
      const walk = (node, at) => {
        nodes.set(node.getKey(), at);
        for (const [i, child] of (node.getChildren?.() ?? []).entries()) walk(child, [...at, i]);
      };
      walk(root, path);
      return [...(nodes.get(key) ?? []), offset];
    };
    const caret = $isRangeSelection(selection) ? [place(selection.anchor), place(selection.focus)] : null;
    return { content: editor.getEditorState().toJSON(), caret, errors };
  });
}
