import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'

type Props = { organisations: readonly { id: string; name: string }[]; chosen: string }

/** For those who write for several organisations: whose templates to show. */
export function OrganisationChoice({ organisations, chosen }: Props) {
  const words = useMessages().papers
  if (organisations.length < 2) return null
  return (
    <Form method="get">
      <Row>
        <Select
          label={words.organisation}
          name="organisation"
          defaultValue={chosen}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{words.show}</Button>
      </Row>
    </Form>
  )
}
