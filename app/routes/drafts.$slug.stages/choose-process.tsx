import { Button } from '#app/ui/button.tsx'
import { RadioGroup, type RadioOption } from '#app/ui/choice.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'

/** The order of the discussion; choosing one shows its stages with their usual terms. */
export function ChooseProcess({
  slug,
  processes,
  chosen,
}: {
  slug: string
  processes: readonly RadioOption[]
  chosen: string
}) {
  const { reviewWork } = useMessages()
  const words = reviewWork.stages
  return (
    <form action={`/drafts/${slug}/stages`}>
      <Stack gap={2}>
        <RadioGroup
          name="process"
          id="choose-process"
          legend={words.process}
          options={processes}
          defaultValue={chosen}
        />
        <div>
          <Button>{words.choose}</Button>
        </div>
      </Stack>
    </form>
  )
}
