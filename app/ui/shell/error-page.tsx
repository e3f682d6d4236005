import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Messages } from '#content/messages/ru.ts'
import styles from './error-page.module.css'
import { SearchBox } from './search-box.tsx'

type ErrorPageProps = {
  status: number
  /** A sentence that says more than the status does, such as the reason of a refusal. */
  text?: string
  /** The number under which the log keeps an unexpected error. */
  errorId?: string
  /** The page the visitor came to, for the way back after signing in. */
  path?: string
  /** A refusal to somebody who is signed in does not send them to sign in first. */
  signedIn?: boolean
}

/** What went wrong in plain words, and a way out of it. */
export function ErrorPage({ status, text, errorId, path, signedIn }: ErrorPageProps) {
  const signIn = status === 401 || (status === 403 && !signedIn)
  const { shell } = useMessages()
  const words = wordsOf(shell.errors, status)
  return (
    <Page width="text">
      <PageHead
        eyebrow={shell.errors.code(status)}
        title={words.title}
        lead={text ?? words.text}
        actions={
          <>
            {signIn && (
              <LinkButton look="main" href={path ? `/signin?next=${encodeURIComponent(path)}` : '/signin'}>
                {shell.signIn}
              </LinkButton>
            )}
            {words === shell.errors.refused && path && (
              <LinkButton look="main" href={path.replace(/\/[^/]*$/, '') || '/'}>
                {shell.errors.back}
              </LinkButton>
            )}
            <LinkButton href="/" look={signIn || words === shell.errors.refused ? 'default' : 'main'}>
              {shell.home}
            </LinkButton>
          </>
        }
      />
      {errorId && (
        <p className={styles.id}>
          {shell.errors.failed.id} <code>{errorId}</code>
        </p>
      )}
      {(status === 404 || status === 410) && (
        <div className={styles.search}>
          <p>{shell.errors.search}</p>
          <SearchBox />
        </div>
      )}
    </Page>
  )
}

function wordsOf(errors: Messages['shell']['errors'], status: number) {
  if (status === 404) return errors.notFound
  if (status === 410) return errors.gone
  if (status === 401) return errors.signedOut
  if (status === 403) return errors.forbidden
  if (status === 429) return errors.tooMany
  return status >= 500 ? errors.failed : errors.refused
}
