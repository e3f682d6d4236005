import { Form, useLoaderData } from '@remix-run/react'
import {
  type OwnPart,
  partOf,
  remindInvited,
  type WorkKind,
} from '#app/domain/desk/staff/taking-part.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { acting, done, serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params }) => {
  const kind = kindOf(params.kind)
  const { title, people } = await partOf(acting(ctx), kind, idOf(params.id))
  const waits = people.some(
    ({ state, lastDay }) => state === 'waits' && (lastDay ?? '') >= acting(ctx).actor.today,
  )
  return { title, kind, people: people.map(({ personId: _, invitationId: __, ...one }) => one), waits }
})

/** Reminds those whose answer is waited for. */
export const action = serveAction(async ({ ctx, params }) => {
  const [kind, id] = [kindOf(params.kind), idOf(params.id)]
  if (kind !== 'panel') throw new Problem('not-found')
  await remindInvited(acting(ctx), id)
  return done(`/desk/staff/work/panel/${id}`, 'sent')
})

function kindOf(said: string | undefined): WorkKind {
  if (said === 'panel' || said === 'discussion') return said
  throw new Problem('not-found')
}

const tones: Record<OwnPart['state'], Tone> = {
  ...{ waits: 'amber', accepted: 'green', takesPart: 'green' },
  ...{ declined: 'neutral', expired: 'red', released: 'neutral' },
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['people'][number]

export default function OwnPartPage() {
  const { title, kind, people, waits } = useLoaderData<typeof loader>()
  const { staff, experts } = useMessages()
  const words = staff.part
  const format = useFormat()
  const invited = [
    { label: words.sent, cell: ({ sentAt }: Row) => sentAt && format.dayDigits(String(sentAt).slice(0, 10)) },
    { label: words.until, cell: ({ lastDay }: Row) => lastDay && format.dayDigits(lastDay) },
  ]
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/staff', label: staff.title }]}
        eyebrow={staff.kinds[kind]}
        title={title}
        lang="ru"
        lead={words.lead[kind]}
      />
      <Stack gap={4}>
        <Table
          caption={title}
          hideCaption
          rows={people}
          rowKey={({ number, sentAt }) => `${number} ${sentAt}`}
          columns={[
            {
              label: staff.columns.person,
              head: true,
              cell: ({ name, number }: Row) => <PersonName name={name} note={experts.number(number)} />,
            },
            { label: words.work, cell: ({ work }: Row) => <span lang="ru">{work}</span> },
            ...(kind === 'panel' ? invited : []),
            {
              label: words.state,
              cell: ({ state }: Row) => <Tag tone={tones[state]}>{words.states[state]}</Tag>,
            },
          ]}
        />
        {waits && (
          <Form method="post">
            <Button>{words.remind}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}
