import type { ReactNode } from 'react'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'

type Names = 'reason' | 'ground' | 'stageId' | 'lastDay' | 'before' | 'after' | 'blockId'
type WhyFormProps = {
  draft: { slug: string; title: string }
  words: { title: string; lead: string; submit: string }
  ground?: 'required' | { hint: string }
  danger?: boolean
  /** where it is called off; the course of the discussion when nothing is said */
  back?: string
  /** fields before the reason */
  fields?: (form: ReturnType<typeof useServerForm<Record<Names, string>>>) => ReactNode
}

/** A page with one act upon a discussion: its reason, its ground, and what happens next. */
export function WhyForm({ draft, words, ground, danger, back, fields }: WhyFormProps) {
  const { reviewCourse } = useMessages()
  const server = useServerForm<Record<Names, string>>()
  return (
    <StepPage
      back={{ href: back ?? `/drafts/${draft.slug}/course`, label: draft.title }}
      title={words.title}
      lead={words.lead}
      of={server}
      submit={words.submit}
      look={danger ? 'danger' : 'main'}
    >
      {fields?.(server)}
      <TextArea
        {...server.input('reason')}
        label={reviewCourse.reason}
        hint={reviewCourse.reasonHint}
        required
        rows={4}
      />
      {ground && (
        <Field
          {...server.input('ground')}
          label={reviewCourse.ground}
          hint={ground === 'required' ? reviewCourse.groundHint : ground.hint}
          required={ground === 'required'}
        />
      )}
    </StepPage>
  )
}
