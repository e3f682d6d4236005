import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { LimitFields } from './limit-fields.tsx'
import type { requestPage } from './load.server.ts'
import { ObjectFields } from './object-fields.tsx'
import styles from './request.module.css'

export type Defaults = Awaited<ReturnType<typeof requestPage>>['defaults']

/** The fields of a request; what was typed comes back with a refusal. */
export function RequestFields() {
  const { tiers, forms, limits, today, defaults, bandOpen, mayClosed } = useLoaderData<typeof requestPage>()
  const words = useMessages().panels.request
  const { input, check, value, ...of } = useServerForm<Defaults>(defaults)
  return (
    <FieldForm of={of} submit={words.submit} gap={4}>
      <ObjectFields server={{ input, check, value }} />
      <Field label={words.name} hint={words.nameHint} maxLength={400} {...input('title')} />
      <Directions />
      <Select label={words.tier} hint={words.tierHint} options={tiers} required {...input('tier')} />
      <Row>
        <Field
          label={words.size}
          type="number"
          min={limits.sizeMin}
          max={limits.sizeMax}
          required
          {...input('size')}
        />
        <Field
          label={words.reserve}
          hint={words.reserveHint}
          type="number"
          min={0}
          max={limits.reserveMax}
          required
          {...input('reserve')}
        />
      </Row>
      <Fieldset legend={words.quotas} hint={words.quotaHint} id="quotas">
        <Row>
          <Field
            label={words.maxPerOrganisation}
            type="number"
            min={1}
            max={99}
            {...input('maxPerOrganisation')}
          />
          <Field
            label={words.maxPerMunicipality}
            type="number"
            min={1}
            max={99}
            {...input('maxPerMunicipality')}
          />
        </Row>
      </Fieldset>
      <LimitFields input={input} bandOpen={bandOpen} mayClosed={mayClosed} closedBand={false} />
      <Fieldset legend={words.terms} id="terms">
        <Row>
          <Field label={words.answerDays} type="number" min={1} max={60} required {...input('answerDays')} />
          <Field label={words.lastDay} type="date" min={today} required {...input('lastDay')} />
          <Field label={words.hours} type="number" min={1} max={500} {...input('hours')} />
        </Row>
      </Fieldset>
      <Select label={words.form} options={forms} required {...input('questionnaire')} />
    </FieldForm>
  )
}

function Directions() {
  const { directions, tiers } = useLoaderData<typeof requestPage>()
  const words = useMessages().panels.request
  const reply = useActionData<SubmissionResult<string[]>>()
  const sent = reply?.initialValue?.directions
  const chosen = new Set(Array.isArray(sent) ? sent : [sent])
  const { asking } = useMessages().panels
  const titles = new Map(tiers.map(({ value, label }) => [value, label]))
  return (
    <Fieldset
      legend={words.directions}
      hint={words.directionsHint}
      id="directions"
      required
      error={reply?.error?.directions ?? undefined}
    >
      <div className={styles.directions}>
        {directions.map(({ id, title, tier, eligible }) => (
          <Checkbox
            key={id}
            name="directions"
            value={id}
            label={title}
            hint={[titles.get(tier as (typeof tiers)[number]['value']), asking.eligible(eligible)].join(', ')}
            defaultChecked={chosen.has(id)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
