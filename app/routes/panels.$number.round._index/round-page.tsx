import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Change } from './change.tsx'
import { CriterionMarks } from './criterion-marks.tsx'
import type { roundPage } from './page.server.ts'
import { SecondForm } from './second-form.tsx'

/** A consensus round: what lies apart, what the others said, and one's own second marks. */
export function RoundPage() {
  const page = useLoaderData<typeof roundPage>()
  const { panels } = useMessages()
  const words = panels.rounds
  const format = useFormat()
  const { panel, round, object } = page
  const href = `/panels/${panel.number}`
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: page.works ? href : `${href}/protocol`, label: panel.title }]}
        title={round ? words.number(round.number) : words.title}
        lead={words.lead}
        meta={
          <>
            <span>{panels.about[object.kind](object.title)}</span>
            {round && !round.closedAt && <span>{words.until(format.day(round.lastDay))}</span>}
          </>
        }
      />
      {!round ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Stack gap={4}>
          <State />
          {page.mayMark ? (
            <SecondForm />
          ) : !page.sees ? (
            <p>{words.unseen(page.criteria.map(({ title }) => `«${title}»`).join(', '))}</p>
          ) : (
            page.criteria.map((criterion) => <CriterionMarks key={criterion.code} criterion={criterion} />)
          )}
          {page.change && <Change change={page.change} />}
          <Row>
            {page.follows && round.closedAt && (
              <LinkButton href={`${href}/conclusion`} look="main">
                {panels.work.conclusion}
              </LinkButton>
            )}
            {page.mayClose && <LinkButton href={`${href}/round/closing`}>{words.close.link}</LinkButton>}
            {page.mayOpen && <LinkButton href={`${href}/round/new`}>{words.call.choose}</LinkButton>}
          </Row>
        </Stack>
      )}
    </Page>
  )
}

function State() {
  const page = useLoaderData<typeof roundPage>()
  const { panels } = useMessages()
  const words = panels.rounds
  const format = useFormat()
  if (!page.round) return null
  const { round, own, answered, silent } = page
  const names = silent.map(({ name, number }) => name ?? panels.conclusion.hidden(number)).join(', ')
  const closed = round.closedAt && format.date(round.closedAt)
  return (
    <Stack gap={2}>
      {own?.sentAt && (
        <Notice kind="success" title={words.sent(format.date(own.sentAt))}>
          <code>{own.sha256}</code>
        </Notice>
      )}
      <p>
        <b>{words.reason}:</b> {round.reason}
      </p>
      <p>
        {closed
          ? round.early
            ? words.closedEarly(closed)
            : words.closedAll(closed)
          : words.answered(answered.sent, answered.all)}{' '}
        {round.named ? words.named : words.anonymous}
      </p>
      {round.closeReason && <p>{words.closedReason(round.closeReason)}</p>}
      {names && (closed || page.mayClose) && <p>{closed ? words.silent(names) : words.awaited(names)}</p>}
    </Stack>
  )
}
