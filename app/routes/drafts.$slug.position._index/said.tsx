import { toneOfKind } from '#app/routes/drafts.$slug/views.ts'
import { WordDiff } from '#app/routes/drafts.$slug/word-diff.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import styles from './position.module.css'
import type { PositionView } from './position.server.ts'

/** Remarks of the closed stage, to be taken into an item. */
export function Said({ view }: { view: PositionView }) {
  const { reviews, reviewInner } = useMessages()
  const words = reviewInner.position
  const { draft, remarks, can } = view
  return (
    <section>
      <SectionHead title={words.rest} />
      {remarks.length === 0 && <p>{words.noRest}</p>}
      <form method="get" action={`/drafts/${draft.slug}/position/item`}>
        <Stack gap={2}>
          {can.gather && remarks.length > 0 && <p className={styles.quiet}>{words.restText}</p>}
          <ol className={styles.list}>
            {remarks.map((one) => (
              <li key={one.number} className={styles.item}>
                <Tags>
                  <Anchor href={`/drafts/${draft.slug}/remarks/${one.number}`}>№&nbsp;{one.number}</Anchor>
                  <Tag tone={toneOfKind[one.kind]} dot>
                    {reviews.kinds[one.kind]}
                  </Tag>
                  {one.used && <Tag tone="green">{words.used}</Tag>}
                  <span className={styles.quiet}>
                    {one.author} · {one.address}
                  </span>
                </Tags>
                {one.body && (
                  <p className={styles.body} lang={one.lang}>
                    {one.body}
                  </p>
                )}
                {one.replacement !== null && (
                  <p className={styles.quote} lang={one.lang}>
                    <WordDiff before={one.exact} after={one.replacement} />
                  </p>
                )}
                {can.gather && <Checkbox name="remark" value={one.number} label={words.choose(one.number)} />}
              </li>
            ))}
          </ol>
          {can.gather && remarks.length > 0 && (
            <div>
              <Button>{words.gather}</Button>
            </div>
          )}
        </Stack>
      </form>
    </section>
  )
}
