import type { NextConfig } from "next";

/** The build writes plain files: no Node process serves them. */
const config: NextConfig = {
  output: "export",
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
};

export default config;
