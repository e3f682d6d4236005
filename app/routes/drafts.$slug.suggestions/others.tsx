import { Button, LinkButton } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Wanted } from './row.tsx'
import type { SuggestionRow } from './suggestion-view.server.ts'
import styles from './suggestions.module.css'
import type { SuggestionsView } from './suggestions.server.ts'

/** Proposals whose place has changed; each says why it cannot be put in. */
export function Cannot({ slug, rows }: { slug: string; rows: readonly SuggestionRow[] }) {
  const words = useMessages().revising.suggestions
  return (
    <section>
      <SectionHead title={words.cannot}>
        <LinkButton href={`/drafts/${slug}/edit`} small>
          {words.editor}
        </LinkButton>
      </SectionHead>
      <p className={styles.note}>{words.cannotText}</p>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id} className={styles.other}>
            <Wanted slug={slug} row={row} />
            <p className={styles.fault}>{row.fault}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What stands in the text by now; words of before can be put back while it is not published. */
export function Applied({ view }: { view: SuggestionsView }) {
  const words = useMessages().revising.suggestions
  const { slug } = view.draft
  return (
    <section>
      <SectionHead title={words.applied}>
        {view.can.publish && (
          <LinkButton href={`/drafts/${slug}/publish`} small>
            {words.toPublish}
          </LinkButton>
        )}
      </SectionHead>
      <ul className={styles.rows}>
        {view.applied.map((row) => (
          <li key={row.id} className={styles.other}>
            <Wanted slug={slug} row={row} />
            <form method="post" action={`/drafts/${slug}/suggestions/return`}>
              <input type="hidden" name="remarkId" value={row.id} />
              <input type="hidden" name="edition" value={view.edition} />
              <Button small look="quiet">
                {words.back}
                <VisuallyHidden>: {words.other(row.remark.number)}</VisuallyHidden>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
