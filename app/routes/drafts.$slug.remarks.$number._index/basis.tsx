import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

/** What a remark rests on, its files, and what it said before it was changed. */
export function Basis({ view }: { view: ThreadView }) {
  const words = useMessages().reviewRemark.page
  const { files, draft, remark } = view
  return (
    <>
      <Part title={words.grounds} text={view.grounds} />
      <Part title={words.sources} text={view.sources} />
      {files.length > 0 && (
        <section>
          <h2 className={styles.label}>{words.files}</h2>
          <ul className={styles.files}>
            {files.map(({ id, name, size, kind }) => (
              <li key={id}>
                <FileLink
                  href={`/drafts/${draft.slug}/remarks/${remark.number}/files/${id}`}
                  kind={kind}
                  bytes={size}
                >
                  {name}
                </FileLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.revisions.length > 0 && <Revisions view={view} />}
    </>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2 className={styles.label}>{title}</h2>
      <p className={styles.body}>{text}</p>
    </section>
  )
}

/** Each earlier text as its difference from the one after it. */
function Revisions({ view }: { view: ThreadView }) {
  const { reviews, reviewRemark } = useMessages()
  const words = reviewRemark.page
  const { revisions, remark } = view
  const mended = view.intake || !revisions.at(-1)?.byAuthor
  return (
    <Disclosure
      quiet
      summary={
        <>
          {mended ? words.recordMended : words.edited} {view.editedAt && <Time value={view.editedAt} />}
        </>
      }
    >
      <ol className={styles.history}>
        {revisions.map((revision, at) => {
          const next = revisions[at + 1] ?? { ...remark, grounds: view.grounds, sources: view.sources }
          return (
            <li key={revision.id}>
              <p className={styles.quiet}>
                {words.revision(at + 1)}, <Time value={revision.replacedAt} />: {reviews.kinds[revision.kind]}
                , {reviews.weights[revision.weight]}
                {!view.intake && !revision.byAuthor && `. ${words.mendedByKeeper}`}
              </p>
              <p className={styles.body} lang={remark.lang}>
                <WordDiff before={revision.body} after={next.body} />
              </p>
              {(revision.replacement ?? '') !== (next.replacement ?? '') && (
                <p className={styles.body} lang={remark.lang}>
                  <WordDiff before={revision.replacement ?? ''} after={next.replacement ?? ''} />
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </Disclosure>
  )
}
