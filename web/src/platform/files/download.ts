/** How long a browser may take to begin with a file. */
const BEGUN_MS = 60_000;

/** Hands somebody a file that is here already. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGUN_MS);
}
