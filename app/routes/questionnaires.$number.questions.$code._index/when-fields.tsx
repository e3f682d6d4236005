import { useLoaderData } from '@remix-run/react'
import { codesOf, conditionKind } from '#app/domain/questionnaires/conditions.ts'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { whenFields } from './conditions-in.ts'
import type { loader } from './route.tsx'

/** On which answers to earlier questions this one is asked. */
export function WhenFields() {
  const { earlier, question } = useLoaderData<typeof loader>()
  const { compose: words, page } = useMessages().questionnaires
  const possible = earlier.filter((one) => conditionKind(one) !== null)
  if (possible.length === 0) return null
  const when = (question as Question).when ?? []
  return (
    <Disclosure summary={words.when} open={when.length > 0}>
      <Stack gap={3}>
        <p>{words.whenHint}</p>
        {possible.map((one) => {
          const names = whenFields(one.code)
          const set = when.find((condition) => condition.question === one.code)
          return (
            <Fieldset key={one.code} legend={words.whenOf(one.title)}>
              {conditionKind(one) === 'codes' ? (
                codesOf(one).map((code) => (
                  <Checkbox
                    key={code}
                    id={`${names.is}-${code}`}
                    name={names.is}
                    value={code}
                    label={titleOf(one, code, page.otherOption)}
                    defaultChecked={set?.is?.includes(code)}
                  />
                ))
              ) : (
                <Row>
                  <Field name={names.from} label={words.from} width="short" defaultValue={set?.from} />
                  <Field name={names.to} label={words.to} width="short" defaultValue={set?.to} />
                </Row>
              )}
            </Fieldset>
          )
        })}
      </Stack>
    </Disclosure>
  )
}

function titleOf({ type, scale = [], options = [] }: Question, code: string, other: string): string {
  if (type === 'scale') return scale[Number(code)] ?? code
  return options.find((one) => one.code === code)?.title ?? other
}
