import { basicSetup, EditorView } from 'codemirror';

let view;

export function mount(element) {
  view = new EditorView({ parent: element, extensions: [basicSetup] });
  view.focus();
}

export function read() {
  return { content: view.state.doc.toString(), caret: view.state.selection.toJSON() };
}
