/** How Next serves the house. Headers that differ per request are `proxy.ts`'s; these do not. */
import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const root = fileURLToPath(new URL(".", import.meta.url));

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // The image optimizer is one more public endpoint, and nothing here uses it.
  images: { unoptimized: true },
  turbopack: { root },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  experimental: {
    serverActions: { bodySizeLimit: "256kb" },
    proxyClientMaxBodySize: "300kb",
  },
};

export default config;
