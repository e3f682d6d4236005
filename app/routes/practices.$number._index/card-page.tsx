import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Reading, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SideList } from '#app/ui/side-list.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Aside } from './aside.tsx'
import { Below } from './below.tsx'
import styles from './card.module.css'
import type { CardView, cardPage } from './card-view.server.ts'
import { OwnSteps } from './own-steps.tsx'

/** A practice to read: its text in one column, the passport beside it. */
export function CardPage() {
  const card = useLoaderData<typeof cardPage>() as CardView
  const { practices, ui } = useMessages()
  const format = useFormat()
  const words = practices.card
  const { number, version, parts, kind } = card
  if (card.withdrawn) return <Tombstone card={card} />
  const crumbs = [{ href: '/practices', label: practices.title }]
  if (card.asked !== null) crumbs.push({ href: `/practices/${number}`, label: words.number(number) })
  return (
    <Page>
      <Reading
        contents={
          <SideList
            title={ui.sections}
            links={parts.map(({ code, title }) => ({ href: `#${code}`, label: title }))}
          />
        }
        side={<Aside card={card} />}
      >
        <PageHead
          crumbs={crumbs}
          eyebrow={`${kind} · ${words.number(number)}`}
          title={card.name}
          lang="ru"
          meta={
            version.publishedAt ? (
              words.versionOf(version.number, format.day(version.publishedAt))
            ) : (
              <Tag tone="amber">{card.stateWord}</Tag>
            )
          }
        />
        <Stack gap={3}>
          {card.newest !== null && (
            <Notice
              kind="warn"
              title={words.old}
              action={<LinkButton href={`/practices/${number}`}>{words.toNewest}</LinkButton>}
            >
              {words.oldText}
            </Notice>
          )}
          {card.follows && <OwnSteps card={card} />}
          {card.abstract && (
            <p className={styles.abstract} lang="ru">
              {card.abstract}
            </p>
          )}
        </Stack>
        {parts.map(({ code, title, html }) => (
          <section key={code} id={code} className={styles.part}>
            <h2>{title}</h2>
            {html ? <Prose html={html} lang="ru" /> : <p className={styles.unwritten}>{words.least}</p>}
          </section>
        ))}
        <Below card={card} />
      </Reading>
    </Page>
  )
}

/** What a withdrawn practice leaves: its number, its name and why. */
function Tombstone({ card }: { card: CardView }) {
  const { practices } = useMessages()
  const format = useFormat()
  const words = practices.card
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/practices', label: practices.title }]}
        eyebrow={words.number(card.number)}
        title={words.withdrawn}
        lead={card.name}
      />
      <Notice kind="warn" title={card.ended ? words.withdrawnText(format.day(card.ended)) : ''}>
        <p>
          {words.reason}: <span lang="ru">{card.reason}</span>
        </p>
      </Notice>
    </Page>
  )
}
