import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Findings } from '#app/routes/panels.$number._index/findings.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Challenges } from './challenges.tsx'
import type { conflictsPage } from './load.server.ts'
import { Recusals } from './recusals.tsx'

type Seat = Awaited<ReturnType<typeof conflictsPage>>['seats'][number]

/** One section a person: what was found, the decision, and the way to a replacement. */
export function ConflictsPage() {
  const { panel, seats, title } = useLoaderData<typeof conflictsPage>()
  const reply = useActionData<SubmissionResult<string[]>>()
  const { page } = useMessages().panels.conflicts
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => (texts ?? []).map((text) => ({ text })))
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/panels/${panel.number}`, label: panel.title }]}
        title={title}
        lead={page.lead}
      />
      <Stack gap={4}>
        <FormErrors errors={errors} />
        <Challenges />
        {seats.length === 0 && <EmptyState title={page.nobody} />}
        {seats
          .filter(({ findings }) => findings.length > 0)
          .map((seat) => (
            <Person key={seat.id} seat={seat} />
          ))}
        <Clear />
        <Recusals />
      </Stack>
    </Page>
  )
}

function Person({ seat }: { seat: Seat }) {
  const { panel, may } = useLoaderData<typeof conflictsPage>()
  const { conflicts } = useMessages().panels
  const who = seat.name ?? `№\u00a0${seat.number}`
  const reply = useActionData<SubmissionResult<string[]>>()
  const typed = reply?.initialValue
  return (
    <section aria-labelledby={`seat-${seat.number}`}>
      <SectionHead title={who} id={`seat-${seat.number}`} />
      <Stack gap={2}>
        {seat.findings.map((finding) => (
          <Stack key={finding.kind} gap={2}>
            <Findings findings={[finding]} />
            {finding.ground !== null && (
              <p>
                {conflicts.decision.ground}: {finding.ground}
              </p>
            )}
            {may && finding.weight === 'warn' && finding.ground === null && (
              <Form method="post" action={`/panels/${panel.number}/conflicts`}>
                <Stack gap={2}>
                  <input type="hidden" name="seatId" value={seat.id} />
                  <input type="hidden" name="kind" value={finding.kind} />
                  <TextArea
                    label={conflicts.decision.ground}
                    name="ground"
                    id={`ground-${seat.number}-${finding.kind}`}
                    rows={2}
                    maxLength={3000}
                    defaultValue={
                      typed?.seatId === seat.id && typeof typed.ground === 'string' ? typed.ground : ''
                    }
                    required
                  />
                  <div>
                    <Button>{conflicts.decision.submit}</Button>
                  </div>
                </Stack>
              </Form>
            )}
          </Stack>
        ))}
        {may && seat.findings.length > 0 && (
          <Form method="post" action={`/panels/${panel.number}/conflicts/replacement`}>
            <input type="hidden" name="seatId" value={seat.id} />
            <Button small>
              {seat.standing === 'member' ? conflicts.page.replace : conflicts.page.release}
              <VisuallyHidden>: {who}</VisuallyHidden>
            </Button>
          </Form>
        )}
      </Stack>
    </section>
  )
}

/** Of whom nothing was found today. */
function Clear() {
  const { seats } = useLoaderData<typeof conflictsPage>()
  const { conflicts, protocol } = useMessages().panels
  const clear = seats.filter(({ findings }) => findings.length === 0)
  if (clear.length === 0) return null
  return (
    <section aria-labelledby="clear">
      <SectionHead title={conflicts.page.clear} id="clear" />
      <ul>
        {clear.map(({ id, name, number }) => (
          <li key={id}>
            <PersonName name={name ?? protocol.numberOnly(number)} href={`/experts/${number}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
