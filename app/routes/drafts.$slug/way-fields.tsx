import type { ComponentProps } from 'react'
import { wordingWays } from '#app/domain/reviews/remarks/wording.ts'
import { Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'

/** What is proposed to be done with the words of a passage, where a form begins with what stands already. */
export function WayFields({
  way,
  replacement,
}: {
  way: Omit<ComponentProps<typeof Select>, 'label' | 'options'>
  replacement: Omit<ComponentProps<typeof TextArea>, 'label'>
}) {
  const { form, page } = useMessages().reviewRemark
  return (
    <>
      <Select
        label={form.way}
        options={[
          { value: 'none', label: page.keepWording },
          ...wordingWays.map((value) => ({
            value,
            label: form.ways[value],
          })),
        ]}
        {...way}
      />
      <TextArea label={form.replacement} hint={form.replacementHint} {...replacement} />
    </>
  )
}
