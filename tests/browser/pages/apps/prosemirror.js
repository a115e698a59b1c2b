import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

let view;

export function mount(element) {
  view = new EditorView(element, { state: EditorState.create({ schema, plugins: [keymap(baseKeymap)] }) });
  view.focus();
}

export function read() {
  const { doc, selection } = view.state;
  return { content: doc.toJSON(), caret: selection.toJSON() };
}
