import type { DropListener, PickedFile } from './engine';

/** Reads a file of the page into base 64, for hosts that do not know paths. */
export function readFile(file: File): Promise<PickedFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      resolve({ name: file.name, base64: address.slice(address.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`));
    reader.readAsDataURL(file);
  });
}

/** Lets the user choose one file with the browser's own dialog. */
export function pickFile(): Promise<PickedFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.oncancel = () => resolve(null);
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) readFile(file).then(resolve, reject);
      else resolve(null);
    };
    input.click();
  });
}

/** Listens to files dropped on the page. */
export function listenToDrops(listener: DropListener): () => void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    listener.hover(true);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) listener.hover(false);
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    listener.hover(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    void Promise.all(files.map(readFile)).then((read) => listener.drop(read));
  };
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}

/** Asks before the page is left, with the browser's own question. */
export function listenToLeaving(mayClose: () => boolean): () => void {
  const leaving = (event: BeforeUnloadEvent) => {
    if (!mayClose()) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  return () => window.removeEventListener('beforeunload', leaving);
}
