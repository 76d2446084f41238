/** How long a browser may take until it has begun to save the file. */
const START_TIMEOUT_MS = 60_000;

/** Lets the browser save a file whose content is in memory. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), START_TIMEOUT_MS);
}
