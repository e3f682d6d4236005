// This file is the Vite configuration: Remix and Vite are told to use it with --config.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

// Found by the browser's bundler at the start, not at the first visit: a late find reloads the page in development.
const ofTheBrowser = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@remix-run/react',
  '@conform-to/react',
  '@tiptap/core',
  '@tiptap/react',
  '@tiptap/react/menus',
  '@tiptap/starter-kit',
  '@tiptap/extension-table',
  '@tiptap/extensions',
  '@tiptap/pm/model',
  '@tiptap/pm/state',
  '@tiptap/pm/view',
]

export default defineConfig(({ isSsrBuild }) => ({
  publicDir: 'app/public',
  plugins: [
    remix({
      appDirectory: 'app',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // For browsers six per cent fewer bytes than the built-in one makes; the server runs readable code.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: isSsrBuild ? undefined : { compress: { passes: 3 }, format: { comments: false } },
  },
  optimizeDeps: { include: ofTheBrowser },
  // Their styles go through our build; Node cannot import a style sheet.
  ssr: { noExternal: [/^@fontsource/] },
  server: { watch: { ignored: ['**/var/**', '**/build/**', '**/test/**'] } },
}))
