import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'

/** The code by which another site shows the registry, or the part of it that was chosen there. */
export function Embed({ code, chosen, frame }: { code: string; chosen: boolean; frame: string }) {
  const { embed } = useMessages().openData
  return (
    <section id="embed">
      <SectionHead title={embed.title} />
      <Stack gap={4}>
        <Prose>
          <p>{embed.text}</p>
          <p>{chosen ? embed.chosen : embed.choose}</p>
        </Prose>
        <TextArea name="code" label={embed.code} defaultValue={code} rows={3} readOnly key={code} />
        <a href={frame} target="_blank" rel="noopener">
          {embed.look}
        </a>
      </Stack>
    </section>
  )
}
