import type { NextConfig } from "next";

/** Plain files at the end: no Node process serves them. */
const config: NextConfig = {
  output: "export",
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
};

export default config;
