import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { RadioGroup } from '#app/ui/choice.tsx'
import { FieldError, fieldId, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Skeleton } from '#app/ui/progress.tsx'
import styles from './source-field.module.css'
import { TurnQuestion } from './turn-question.tsx'
import { type Typed, useTurning, type Way } from './turning.ts'

const DraftEditor = lazy(() => import('./draft-editor.tsx'))

export type { Way }

type SourceFieldProps = {
  ways: readonly Way[]
  way: Way
  /** what was typed: JSON of the document for the editor, text for the others */
  source: string
  /** the document that a Markdown source was made of */
  base?: string
  /** the same text for a browser without scripts, where the editor cannot work */
  markdown?: string
  lang: string
  /** where the pictures of the text are read and sent; a text that is not saved yet has none */
  pictures?: { read: string; send: string }
  error?: string[]
  onChange?: () => void
}

/** The text of a document in one of three ways; without JavaScript the editor gives way to Markdown. */
export function SourceField(props: SourceFieldProps) {
  const { ways, way: first, source, base = '', markdown, error, onChange } = props
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [hydrated, setHydrated] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const turning = useTurning(root, { way: first, source, base }, onChange)
  const { text, round } = turning
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was there before the scripts came is asked once
  useEffect(() => {
    // A way chosen or words typed before the scripts came stay; an untouched form opens the editor.
    const early = root.current ? touched(root.current) : null
    if (early) turning.begin({ ...early, base: first === 'rich' ? source : base })
    setHydrated(true)
  }, [])
  const shown = hydrated || text.way !== 'rich' ? text.way : 'markdown'
  return (
    <div ref={root}>
      <Stack gap={2}>
        <RadioGroup
          key={String(hydrated)}
          name="way"
          legend={words.way}
          defaultValue={shown}
          options={ways.map((value) => ({
            value,
            label: words.ways[value],
            hint: words.wayHints[value],
            disabled: value === 'rich' && !hydrated,
          }))}
        />
        <noscript>
          <Notice>{words.noScript}</Notice>
        </noscript>
        <TurnQuestion turning={turning} />
        {hydrated && text.way === 'rich' ? (
          <Rich {...props} key={`rich ${round}`} text={text} typed={turning.typed} />
        ) : (
          <TextArea
            key={`words ${round}`}
            name="source"
            label={words.source}
            error={error}
            rows={18}
            defaultValue={text.way === 'rich' ? (markdown ?? '') : text.source}
            lang={props.lang}
            onInput={() => {
              turning.typed(null)
              onChange?.()
            }}
          />
        )}
        {text.base !== '' && <input type="hidden" name="base" value={text.base} />}
      </Stack>
    </div>
  )
}

type RichProps = SourceFieldProps & { text: Typed; typed: (source: string) => void }

/** The editor; what it holds travels in a hidden field. */
function Rich({ text, typed, lang, pictures, error, onChange }: RichProps) {
  const { reviewWork: words } = useMessages()
  return (
    <>
      <Suspense fallback={<Skeleton lines={8} />}>
        <DraftEditor
          id={fieldId('source')}
          wrong={Boolean(error?.length)}
          label={words.source}
          lang={lang}
          pictures={pictures}
          initial={docOf(text.source)}
          onChange={(doc) => {
            typed(JSON.stringify(doc))
            onChange?.()
          }}
        />
      </Suspense>
      <p className={styles.keys}>{words.editorKeys}</p>
      <input type="hidden" name="source" value={text.source} />
      <FieldError id={fieldId('source')} error={error} />
    </>
  )
}

/** What a person chose, or typed, before this field came to life; null when nothing was touched. */
function touched(root: HTMLElement): Pick<Typed, 'way' | 'source'> | null {
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[name="way"]')]
  const area = root.querySelector<HTMLTextAreaElement>('textarea[name="source"]')
  const moved = radios.some(({ checked, defaultChecked }) => checked !== defaultChecked)
  const chosen = radios.find(({ checked }) => checked)
  if (!area || !chosen || !(moved || area.value !== area.defaultValue)) return null
  return { way: chosen.value as Way, source: area.value }
}

function docOf(source: string) {
  try {
    return source === '' ? null : JSON.parse(source)
  } catch {
    return null
  }
}
