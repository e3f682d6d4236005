import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './passport.module.css'
import type { DraftView, PassportView } from './views.ts'

type PassportProps = {
  draft: DraftView
  passport: PassportView
  version: { number: number; publishedAt: Date; sha256: string; note: string } | null
}

/** What the document is, on what ground and by whom: folded, because most readers come for the text. */
export function Passport({ draft, passport, version }: PassportProps) {
  const { reviews } = useMessages()
  const words = reviews.draft
  const rows = [
    [words.kind, draft.kind],
    [words.developer, draft.developer],
    [words.ground, passport.ground],
    [words.explanatoryNote, passport.explanatoryNote],
    ...(passport.questions ? [[words.questions, passport.questions] as const] : []),
    [words.contact, passport.contact],
  ] as const
  return (
    <Disclosure summary={words.passport}>
      <dl className={styles.passport}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {version && (
          <>
            <div>
              <dt>{words.publishedAt}</dt>
              <dd>
                {reviews.version(version.number)}, <Time value={version.publishedAt} />
              </dd>
            </div>
            <div>
              <dt>{words.hash}</dt>
              <dd>
                <code>{version.sha256}</code>
              </dd>
            </div>
          </>
        )}
      </dl>
    </Disclosure>
  )
}
