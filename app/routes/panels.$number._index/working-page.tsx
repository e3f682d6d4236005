import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { type Stage, Stages } from '#app/ui/stages.tsx'
import { Asked } from './asked.tsx'
import { Departed } from './departed.tsx'
import { NextStep } from './next-step.tsx'
import type { panelPage } from './page.server.ts'
import { Postponed } from './seat-duties.tsx'
import { SeatsTable } from './seats-table.tsx'
import { Ways } from './ways.tsx'

const order = ['select', 'answers', 'sheets', 'issued'] as const
const reached = {
  select: 0,
  invite: 0,
  answers: 1,
  convene: 1,
  sheets: 2,
  conclude: 3,
  issued: 4,
  cancelled: -1,
}

/** A panel at work: where it stands, what is next, who sits on it. */
export function WorkingPage() {
  const data = useLoaderData<typeof panelPage>()
  const reply = useActionData<SubmissionResult<string[]>>()
  const { panels } = useMessages()
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => (texts ?? []).map((text) => ({ text })))
  const { panel, object, stage, may } = data
  const stages = useStages(stage)
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/panels', label: panels.title }]}
        eyebrow={panels.number(panel.number)}
        title={panel.title}
        lead={<ObjectLink object={object} />}
      />
      <Stack gap={4}>
        {stage !== 'cancelled' && <Stages label={panels.stagesLabel} stages={stages} />}
        <FormErrors errors={errors} />
        <Split side={<Asked />}>
          <Stack gap={6}>
            <NextStep />
            {may.choose && <Ways />}
            {(data.seats.length > 0 || stage !== 'select' || may.roles) && <Seats />}
            {may.cancel && (
              <Row>
                <LinkButton href={`/panels/${panel.number}/cancellation`} look="quiet" small>
                  {panels.work.cancel}
                </LinkButton>
              </Row>
            )}
          </Stack>
        </Split>
      </Stack>
    </Page>
  )
}

function Seats() {
  const { panel, may, hasProtocol } = useLoaderData<typeof panelPage>()
  const { panels } = useMessages()
  return (
    <section aria-labelledby="seats">
      <SectionHead title={panels.work.seats} id="seats">
        <Row>
          {may.seeConflicts && (
            <Anchor href={`/panels/${panel.number}/conflicts`}>{panels.conflicts.page.title}</Anchor>
          )}
          {may.roles && <Anchor href={`/panels/${panel.number}/roles`}>{panels.invites.work.roles}</Anchor>}
          {hasProtocol && may.act && (
            <Anchor href={`/panels/${panel.number}/act`}>{panels.invites.work.act}</Anchor>
          )}
          {may.explain && <Anchor href={`/panels/${panel.number}/why`}>{panels.why.link}</Anchor>}
          {hasProtocol && <Anchor href={`/panels/${panel.number}/protocol`}>{panels.work.protocol}</Anchor>}
        </Row>
      </SectionHead>
      <SeatsTable />
      <Postponed />
      <Departed />
    </section>
  )
}

function useStages(stage: keyof typeof reached): Stage[] {
  const { panels } = useMessages()
  const at = reached[stage]
  return order.map((name, index) => {
    return { name: panels.stages[name], state: index < at ? 'done' : index === at ? 'current' : 'ahead' }
  })
}
