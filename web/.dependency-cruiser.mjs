/**
 * Which imports are forbidden. Imports of types count too: the compiler drops them, but a reader
 * must follow them. (ESLint's `no-cycle` passes over them.)
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
const config = {
  forbidden: [
    {
      name: "no-circle",
      comment: "Files import each other in a circle: move what both need into a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circle-of-features",
      comment: "Features import each other in a circle: one of them must not know the other.",
      severity: "error",
      scope: "folder",
      from: { path: "^src/[^/]+$" },
      to: { circular: true },
    },
    {
      name: "platform-knows-no-feature",
      comment: "A file of platform imports a feature: move it into the feature, or pass the value.",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/", pathNot: "^src/platform/" },
    },
    {
      name: "import-not-found",
      comment: "An import that is not found is not checked: mend its path.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};

export default config;
