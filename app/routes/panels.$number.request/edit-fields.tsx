import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LimitFields } from '#app/routes/panels.new/limit-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { editPage } from './load.server.ts'

/** All that may change before a choice. */
export function EditFields() {
  const { number, defaults, revision, settings, today, bandOpen, mayClosed, closedBand } =
    useLoaderData<typeof editPage>()
  const { request, asking } = useMessages().panels
  const { input, check: _check, value: _value, ...of } = useServerForm<Record<string, string>>(defaults)
  const most = { type: 'number', min: 1, max: 99 } as const
  return (
    <FieldForm
      of={of}
      submit={asking.save}
      gap={4}
      beside={
        <LinkButton href={`/panels/${number}`} look="quiet">
          {asking.back}
        </LinkButton>
      }
    >
      <input type="hidden" name="revision" value={revision} />
      <Row>
        <Field
          label={request.size}
          type="number"
          min={settings.sizeMin}
          max={settings.sizeMax}
          required
          {...input('size')}
        />
        <Field
          label={request.reserve}
          hint={request.reserveHint}
          type="number"
          min={0}
          max={settings.reserveMax}
          required
          {...input('reserve')}
        />
      </Row>
      <PerDirection input={input} />
      <Fieldset legend={request.quotas} hint={request.quotaHint} id="quotas">
        <Row>
          <Field label={request.maxPerOrganisation} {...most} {...input('maxPerOrganisation')} />
          <Field label={request.maxPerMunicipality} {...most} {...input('maxPerMunicipality')} />
        </Row>
      </Fieldset>
      <LimitFields input={input} bandOpen={bandOpen} mayClosed={mayClosed} closedBand={closedBand} />
      <Soft />
      <Fieldset legend={request.terms} id="terms">
        <Row>
          <Field
            label={request.answerDays}
            type="number"
            min={1}
            max={60}
            required
            {...input('answerDays')}
          />
          <Field label={request.lastDay} type="date" min={today} required {...input('lastDay')} />
          <Field label={request.hours} type="number" min={1} max={500} {...input('hours')} />
        </Row>
      </Fieldset>
    </FieldForm>
  )
}

type Input = ReturnType<typeof useServerForm<Record<string, string>>>['input']

function PerDirection({ input }: { input: Input }) {
  const { directions } = useLoaderData<typeof editPage>()
  const { asking } = useMessages().panels
  // what was sent comes back nested
  const reply = useActionData<SubmissionResult<string[]>>()
  const again = (group: 'minimum' | 'floor', id: string) => {
    const sent = (reply?.initialValue as Record<string, Record<string, string> | undefined> | undefined)?.[
      group
    ]
    return sent?.[id] === undefined ? {} : { defaultValue: sent[id] }
  }
  return directions.map(({ id, title, count }) => (
    <Fieldset key={id} legend={title} hint={asking.eligible(count)} id={`direction-${id}`}>
      <Row>
        <Field
          label={asking.minimum}
          type="number"
          min={1}
          max={99}
          required
          {...input(`minimum.${id}`)}
          {...again('minimum', id)}
        />
        <Field
          label={asking.floor}
          hint={asking.floorHint}
          type="number"
          min={0}
          max={100}
          {...input(`floor.${id}`)}
          {...again('floor', id)}
        />
      </Row>
    </Fieldset>
  ))
}

function Soft() {
  const { directions, soft } = useLoaderData<typeof editPage>()
  const { asking } = useMessages().panels
  const reply = useActionData<SubmissionResult<string[]>>()
  const sent = reply?.initialValue?.soft
  const chosen = new Set(reply?.initialValue ? (Array.isArray(sent) ? sent : [sent]) : soft)
  const codes = ['organisation', 'municipality', 'nominator', 'high']
  const options = [
    ...codes.map((code) => ({ code, label: asking.softNames[code] ?? code })),
    ...directions.map(({ id, title }) => ({ code: `direction:${id}`, label: asking.waivedDirection(title) })),
  ]
  return (
    <Fieldset legend={asking.soft} hint={asking.softHint} id="soft" error={reply?.error?.soft ?? undefined}>
      {options.map(({ code, label }) => (
        <Checkbox key={code} name="soft" value={code} label={label} defaultChecked={chosen.has(code)} />
      ))}
    </Fieldset>
  )
}
