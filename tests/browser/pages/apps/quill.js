import Quill from 'quill';

let quill;

export function mount(element) {
  quill = new Quill(element);
  quill.focus();
}

export function read() {
  return { content: quill.getContents().ops, caret: quill.getSelection() };
}
