import { Form } from '@remix-run/react'
import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import styles from './position.module.css'
import type { PositionView } from './position.server.ts'

/** The items of the position, with the closed remarks each stands on. */
export function Items({ view }: { view: PositionView }) {
  const { reviews, reviewInner } = useMessages()
  const words = reviewInner.position
  const { draft, items, stage } = view
  return (
    <section>
      <SectionHead title={words.items} />
      {items.length === 0 && (
        <EmptyState title={words.noItems}>
          {view.can.gather ? words.noItemsText : words.noItemsWait}
        </EmptyState>
      )}
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <Tags>
              <Tag tone={toneOfKind[item.kind]} dot>
                {reviews.kinds[item.kind]}
              </Tag>
              <Tag>{reviews.weights[item.weight]}</Tag>
              <span className={styles.quiet}>{item.general ? words.whole : item.address}</span>
            </Tags>
            {item.exact !== '' && (
              <blockquote className={styles.quote} lang={draft.lang}>
                {item.replacement === null ? (
                  item.exact
                ) : (
                  <WordDiff before={item.exact} after={item.replacement} />
                )}
              </blockquote>
            )}
            {item.body && <p className={styles.body}>{item.body}</p>}
            {item.grounds && <p className={styles.quiet}>{item.grounds}</p>}
            <p className={styles.quiet}>
              {words.stands(item.stands.join(', '))}
              {item.filed !== null && (
                <>
                  {' · '}
                  <Anchor href={`/drafts/${stage.about.slug}/remarks/${item.filed}`}>
                    {words.filed(item.filed)}
                  </Anchor>
                </>
              )}
            </p>
            {view.can.gather && <Acts slug={draft.slug} id={item.id} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Acts({ slug, id }: { slug: string; id: string }) {
  const words = useMessages().reviewInner.position
  return (
    <Row>
      <LinkButton href={`/drafts/${slug}/position/item?item=${id}`}>{words.edit}</LinkButton>
      <Form method="post" action={`/drafts/${slug}/position/removal`}>
        <input type="hidden" name="item" value={id} />
        <Button look="quiet">{words.drop}</Button>
      </Form>
    </Row>
  )
}
