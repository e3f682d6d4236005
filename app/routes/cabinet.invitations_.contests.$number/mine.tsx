import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { loader } from './route.tsx'

/** Every work of the contest that the expert was asked for, with the one thing to do. */
export function Mine() {
  const { works } = useLoaderData<typeof loader>()
  const { contests } = useMessages()
  const words = contests.course.answer
  const answered = works.filter(({ answer, late }) => answer !== null || late)
  if (answered.length === 0) return null
  const stateOf = ({ answer, late, leftAt, sheet }: (typeof works)[number]) => {
    if (late) return 'late'
    if (answer === 'accepted' && leftAt) return 'left'
    if (answer === 'accepted' && sheet) return sheet.sent ? 'sent' : 'sheet'
    return answer ?? 'waiting'
  }
  return (
    <section>
      <SectionHead title={words.mine} />
      <Table
        caption={words.mine}
        hideCaption
        rows={answered}
        rowKey={({ id }) => id}
        columns={[
          {
            label: contests.course.columns.code,
            head: true,
            cell: ({ id, code }) => (
              <Anchor href={`/cabinet/invitations/${id}`}>{contests.work.coded(code)}</Anchor>
            ),
          },
          {
            label: contests.course.columns.nomination,
            cell: ({ nomination }) => <span lang="ru">{nomination}</span>,
          },
          {
            label: contests.course.columns.next,
            cell: (work) => (
              <Tag tone={stateOf(work) === 'sheet' ? 'amber' : 'neutral'}>{words.state[stateOf(work)]}</Tag>
            ),
          },
          {
            label: words.fill,
            hideLabel: true,
            acts: true,
            cell: ({ panel, sheet, answer }) =>
              answer === 'accepted' &&
              sheet && (
                <Row>
                  <LinkButton href={`/panels/${panel}/work`} small>
                    {words.files}
                  </LinkButton>
                  <LinkButton href={`/sheets/${sheet.id}`} small look={sheet.sent ? 'default' : 'main'}>
                    {sheet.sent ? words.sheet : words.fill}
                  </LinkButton>
                </Row>
              ),
          },
        ]}
      />
    </section>
  )
}
