// First: it declares the order of the layers, which holds from where a browser first meets them.
import './ui/tokens.css'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, Suspense, useContext } from 'react'
import { serve } from '#app/web/serve.server.ts'
import { shellOf } from '#app/web/shell.server.ts'
import { settingsAttributes } from '#content/settings.ts'
import { earlyWordsScript } from './ui/early-words.ts'
import { fontPreloads } from './ui/fonts.ts'
import { useLocale } from './ui/messages.tsx'
import { NonceContext } from './ui/nonce.ts'
import { ErrorPage } from './ui/shell/error-page.tsx'
import { Site } from './ui/shell/layout.tsx'
import { type Typed, TypedWords } from './ui/shell/typed-words.tsx'

export const loader = serve(shellOf, { frame: true })

export const links = () => fontPreloads

export { titled as meta } from './ui/titled.ts'

/** Language, theme and reading settings stand on <html>, so that the first paint is already right. */
export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const { locale, timeZone } = useLocale()
  const nonce = useContext(NonceContext)
  return (
    <html
      lang={locale}
      data-zone={timeZone}
      data-megabytes={shell?.megabytes}
      data-words=""
      suppressHydrationWarning
      {...(shell && settingsAttributes(shell.settings))}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {shell?.demo && <meta name="robots" content="noindex" />}
        {shell && <link rel="canonical" href={shell.canonical} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script nonce={nonce} suppressHydrationWarning>
          {earlyWordsScript}
        </script>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return (
    <Frame>
      {/* Words of a room that this page has not used yet may still be on their way. */}
      <Suspense>
        <Outlet />
      </Suspense>
    </Frame>
  )
}

/** A refusal carries its status and sentence; of a defect nothing but the request's id is shown. */
export function ErrorBoundary() {
  const error = useRouteError()
  const shell = useRouteLoaderData<typeof loader>('root')
  const refusal = refusalOf(error)
  if (refusal?.typed) {
    return (
      <Frame>
        <TypedWords typed={refusal.typed} confined={refusal.code === 'factor-needed'} />
      </Frame>
    )
  }
  return (
    <Frame>
      <ErrorPage
        status={refusal?.status ?? 500}
        text={refusal?.text}
        errorId={refusal ? undefined : shell?.requestId}
        path={shell?.path}
        signedIn={Boolean(shell?.visitor)}
      />
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  // Without the shell's data even the frame could not be built: the bare page says what happened.
  if (!shell) return <main>{children}</main>
  return <Site {...shell}>{children}</Site>
}

type Refusal = { status: number; code?: string; text?: string; typed?: Typed }

function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  const { status } = error
  if (typeof status !== 'number') return null
  const words: Partial<Refusal> =
    'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {}
  return {
    ...{ status, code: words.code, typed: words.typed },
    text: typeof words.text === 'string' ? words.text : undefined,
  }
}
