import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox, Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

type Of = ReturnType<typeof useServerForm<Record<string, string>>>

/** What was found out about one candidate; empty fields change nothing. */
export function CardForm() {
  const { list, entrepreneur, exemption, categories } = useLoaderData<typeof loader>()
  const { card: words } = useMessages().candidates
  const said = entrepreneur === null ? '' : entrepreneur ? 'yes' : 'no'
  const of = useServerForm<Record<string, string>>({ entrepreneur: said, exemption })
  const { defaultValue = '', ...business } = of.input('entrepreneur')
  return (
    <FieldForm
      of={of}
      gap={4}
      submit={words.save}
      beside={<LinkButton href={`/desk/lists/${list.id}`}>{words.back}</LinkButton>}
    >
      <Consent of={of} />
      <RadioGroup
        {...business}
        legend={words.business}
        hint={words.businessHint}
        defaultValue={defaultValue}
        inline
        options={[
          { value: 'no', label: words.no },
          { value: 'yes', label: words.yes },
        ]}
      />
      <Result of={of} />
      {categories.length > 0 && (
        <Select label={words.exemption} {...of.input('exemption')}>
          <option value="">{words.noExemption}</option>
          {categories.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      )}
    </FieldForm>
  )
}

function Consent({ of }: { of: Of }) {
  const { consent, consentDay, onPaper } = useLoaderData<typeof loader>()
  const { card: words } = useMessages().candidates
  const format = useFormat()
  const state = words.consents[consent]
  return (
    <Fieldset legend={words.consent}>
      <Stack gap={2}>
        <p>{consentDay ? `${state}, ${format.dayDigits(consentDay)}.` : `${state}.`}</p>
        {consent !== 'stands' && (
          <Field label={words.consentDay} hint={words.consentHint} type="date" {...of.input('consentDay')} />
        )}
        {onPaper && <Checkbox label={words.withdrawn} {...of.check('withdrawn')} />}
      </Stack>
    </Fieldset>
  )
}

function Result({ of }: { of: Of }) {
  const { result, attempt } = useLoaderData<typeof loader>()
  const { card: words, page } = useMessages().candidates
  const format = useFormat()
  return (
    <Fieldset legend={words.result}>
      <Stack gap={2}>
        <p>
          {result && attempt
            ? words.last(attempt, page.points(result.earned, result.maximum), format.dayDigits(result.day))
            : words.none}
        </p>
        <Row>
          <Field label={words.earned} type="number" min={0} {...of.input('earned')} />
          <Field label={words.maximum} type="number" min={1} {...of.input('maximum')} />
          <Field label={words.day} type="date" {...of.input('resultDay')} />
        </Row>
        {result && <Checkbox label={words.mistaken} {...of.check('mistaken')} />}
      </Stack>
    </Fieldset>
  )
}
