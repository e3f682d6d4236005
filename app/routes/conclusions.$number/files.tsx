import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './conclusion.module.css'
import type { loader } from './route.tsx'

/** What can be taken away, and what the panel may do with what it issued. */
export function Files() {
  const { view, may, open } = useLoaderData<typeof loader>()
  const { issued: words, revoking, revising } = useMessages().conclusions
  const { number, panel } = view.body
  const path = `/conclusions/${number}`
  return (
    <div>
      <p className={styles.files}>
        {open && view.signatures.length > 0 && (
          <Anchor href={`${path}/document.pdf`} download>
            {words.document}
          </Anchor>
        )}
        <Anchor href={`${path}.pdf`} download>
          {words.pdf}
        </Anchor>
        <Anchor href={`${path}.docx`} download>
          {words.docx}
        </Anchor>
        <Anchor href={`${path}.json`} download>
          {words.json}
        </Anchor>
      </p>
      <p className={styles.note}>{words.whole}</p>
      {!open && <p className={styles.note}>{words.closed}</p>}
      {!view.supersededBy && (may.revise || (may.revoke && !view.revokedAt)) && (
        <p className={styles.files}>
          {may.revise && <Anchor href={`/panels/${panel.number}/revision`}>{revising.link}</Anchor>}
          {may.revoke && !view.revokedAt && (
            <Anchor href={`/panels/${panel.number}/revocation`}>{revoking.link}</Anchor>
          )}
        </p>
      )}
    </div>
  )
}
