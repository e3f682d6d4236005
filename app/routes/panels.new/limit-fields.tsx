import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, type FieldProps } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'

type Limit =
  | 'developerMonths'
  | 'maxGoing'
  | 'maxPerNominator'
  | 'maxPeriod'
  | 'minHigh'
  | 'periodMonths'
  | 'restMonths'
type Input = (name: Limit) => Omit<FieldProps, 'label'>

/** Load, rotation, nomination and band; on the form of a new request and of one that is edited. */
export function LimitFields({
  input,
  bandOpen,
  mayClosed,
  closedBand,
}: {
  input: Input
  bandOpen: boolean
  mayClosed: boolean
  closedBand: boolean
}) {
  const { asking } = useMessages().panels
  const most = { type: 'number', min: 1, max: 99 } as const
  const months = { type: 'number', min: 1, max: 120 } as const
  return (
    <Fieldset legend={asking.limits} hint={asking.limitsHint} id="limits">
      <Row>
        <Field label={asking.maxGoing} hint={asking.maxGoingHint} {...most} {...input('maxGoing')} />
        <Field
          label={asking.maxPerNominator}
          hint={asking.maxPerNominatorHint}
          {...most}
          {...input('maxPerNominator')}
        />
      </Row>
      <Row>
        <Field label={asking.maxPeriod} {...most} {...input('maxPeriod')} />
        <Field label={asking.periodMonths} {...months} {...input('periodMonths')} />
      </Row>
      <Row>
        <Field label={asking.restMonths} {...months} {...input('restMonths')} />
        <Field
          label={asking.developerMonths}
          hint={asking.developerMonthsHint}
          {...months}
          {...input('developerMonths')}
        />
      </Row>
      <Field
        label={asking.minHigh}
        hint={bandOpen ? asking.minHighHint : asking.minHighConsent}
        type="number"
        min={0}
        max={99}
        {...input('minHigh')}
      />
      {mayClosed && (
        <Checkbox
          name="closedBand"
          label={asking.closedBand}
          hint={asking.closedBandHint}
          defaultChecked={closedBand}
        />
      )}
    </Fieldset>
  )
}
