import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { loader } from './route.tsx'

/** Which step and which direction the queue shows. */
export function QueueFilters() {
  const { stages, directions, stage, direction } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  return (
    <Form method="get" key={`${stage} ${direction}`}>
      <Stack gap={3}>
        <Select name="stage" label={words.desk.stage} defaultValue={stage}>
          <option value="">{words.desk.all}</option>
          {stages.map(({ value, count }) => (
            <option key={value} value={value}>
              {`${words.stages[value]}: ${count}`}
            </option>
          ))}
        </Select>
        <Select name="direction" label={words.desk.direction} defaultValue={direction}>
          <option value="">{words.desk.all}</option>
          {directions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <div>
          <Button>{words.desk.show}</Button>
        </div>
      </Stack>
    </Form>
  )
}
