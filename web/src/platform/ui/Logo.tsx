/** A tent under a tree: the garden's mark. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="text-leaf size-8">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <circle cx="21" cy="11" r="5.5" className="fill-on-leaf" opacity="0.55" />
      <path d="M20 14h2v11h-2z" className="fill-on-leaf" opacity="0.55" />
      <path d="M13 11 5 25h16z" className="fill-on-leaf" />
      <path d="M13 17.5 9.5 25h7z" fill="currentColor" />
    </svg>
  );
}
