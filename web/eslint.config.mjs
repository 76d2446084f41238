import next from "eslint-config-next";
import typescript from "eslint-config-next/typescript";

const config = [
  ...next,
  ...typescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-imports": ["error", { name: "next/link", message: "Take PageLink." }],
    },
  },
  { files: ["src/platform/ui/PageLink.tsx"], rules: { "no-restricted-imports": "off" } },
  { files: ["build/*.mjs"], rules: { "no-console": "off" } },
  { ignores: [".next/", "out/", "node_modules/", "next-env.d.ts", "src/platform/api/schema.d.ts"] },
];

export default config;
