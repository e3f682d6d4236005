import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './cabinet-main.module.css'

type Draft = { slug: string; title: string; undecided: number; published: boolean }

/** Documents of the person's organisation, with how many remarks wait for a decision. */
export function OwnDrafts({ drafts }: { drafts: readonly Draft[] }) {
  const words = useMessages().accounts.cabinet.drafts
  const create = (
    <LinkButton href="/drafts/new" small>
      {words.action}
    </LinkButton>
  )
  return (
    <section aria-labelledby="own-drafts">
      <SectionHead title={words.title} id="own-drafts">
        {drafts.length > 0 && create}
      </SectionHead>
      {drafts.length === 0 ? (
        <EmptyState title={words.empty} action={create}>
          {words.text}
        </EmptyState>
      ) : (
        <ul className={styles.rows}>
          {drafts.map(({ slug, title, undecided, published }) => (
            <li key={slug}>
              <Anchor href={`/drafts/${slug}`} className={styles.title}>
                {title}
              </Anchor>
              {published ? (
                <Tag tone={undecided > 0 ? 'amber' : 'green'}>{words.undecided(undecided)}</Tag>
              ) : (
                <Tag>{words.unpublished}</Tag>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
