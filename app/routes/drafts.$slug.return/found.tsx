import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Item } from './item.tsx'
import styles from './return.module.css'
import type { ReturnedView, ReturnPage } from './return.server.ts'

type FoundProps = { view: ReturnedView; draft: ReturnPage['draft']; take: string[] | null }

/** What was recognised: each entry to be ticked, then what was not understood. */
export function Found({ view, draft, take }: FoundProps) {
  const { reviewWord, reviewRemark } = useMessages()
  const words = reviewWord
  const { form } = reviewRemark
  return (
    <Stack gap={4}>
      <Notice title={words.read(view.name, view.version)}>{view.known > 0 && words.known(view.known)}</Notice>
      {view.items.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>
      ) : (
        <section className={styles.step} aria-labelledby="found">
          <h2 id="found">{words.found(view.items.length)}</h2>
          <p className={styles.quiet}>{words.foundLead}</p>
          <ol className={styles.items}>
            {view.items.map((item) => (
              <Item
                key={item.key}
                item={item}
                draft={draft}
                taken={take ? take.includes(item.key) : !item.resolved}
              />
            ))}
          </ol>
          {view.over > 0 && <Notice kind="warn">{words.reasons.many(view.most, view.over)}</Notice>}
          <RadioGroup
            name="shownAs"
            legend={form.shownAs}
            hint={form.shownAsHint}
            defaultValue="name"
            options={(['name', 'role', 'number'] as const).map((value) => ({
              value,
              label: form.shown[value],
            }))}
          />
          <Row>
            <Button name="step" value="send" look="main">
              {words.send}
            </Button>
          </Row>
        </section>
      )}
      <Missed view={view} slug={draft.slug} lang={draft.lang} />
    </Stack>
  )
}

function Missed({ view, slug, lang }: { view: ReturnedView; slug: string; lang: string }) {
  const words = useMessages().reviewWord
  const total = view.missed.length + view.moreMissed
  if (total === 0 && view.structure === 0) return null
  return (
    <section className={styles.step} aria-labelledby="missed">
      <h2 id="missed">{words.missed(total + view.structure)}</h2>
      <p className={styles.quiet}>
        {words.missedLead} <a href={`/drafts/${slug}/remark`}>{words.byHand}</a>
      </p>
      <ul className={styles.items}>
        {view.missed.map(({ key, reason, n, address, exact, words: said }) => (
          <li key={`${key}-${reason}`} className={styles.item}>
            <strong>{reasonWords(words.reasons, reason, n)}</strong>
            {exact !== '' && (
              <blockquote className={styles.quote} lang={lang}>
                {exact}
              </blockquote>
            )}
            {said !== '' && <p className={styles.body}>{said}</p>}
            {address !== '' && <p className={styles.quiet}>{words.inFile(address)}</p>}
          </li>
        ))}
        {view.structure > 0 && <li className={styles.item}>{words.structure(view.structure)}</li>}
        {view.moreMissed > 0 && <li className={styles.item}>{words.moreMissed(view.moreMissed)}</li>}
      </ul>
    </section>
  )
}

type Reasons = ReturnType<typeof useMessages>['reviewWord']['reasons']

function reasonWords(
  reasons: Reasons,
  reason: ReturnedView['missed'][number]['reason'],
  n: number | null,
): string {
  const words = reasons[reason]
  return typeof words === 'string' ? words : words(n ?? 0)
}
