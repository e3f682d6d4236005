import { RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './remark-form.module.css'
import type { PassageView } from './remark-view.ts'
import { WordPicker } from './word-picker.tsx'
import { type Token, tokensOf } from './words.ts'

export type Chosen = { scope: 'whole' | 'phrase'; first: number; last: number }

type PassageFieldProps = {
  passage: PassageView
  lang: string
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

/** The words the remark is about: the whole unit, or from one word to another, without a mouse and without scripts. */
export function PassageField({ passage, lang, chosen, onChoose }: PassageFieldProps) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  if (passage.quote !== null) {
    return (
      <blockquote className={styles.quote} lang={lang}>
        {passage.quote}
        <input type="hidden" name="scope" value={passage.whole ? 'whole' : 'phrase'} />
        <input type="hidden" name="fromWord" value={passage.first} />
        <input type="hidden" name="toWord" value={passage.last} />
      </blockquote>
    )
  }
  const tokens = tokensOf(passage.text)
  const pick = (first: number, last: number) => onChoose({ scope: 'phrase', first, last })
  return (
    <div className={styles.passage}>
      <Quoted passage={passage} lang={lang} tokens={tokens} chosen={chosen} onPick={pick} />
      <div onChange={(event) => onScope(event.target, chosen, onChoose)}>
        <RadioGroup
          key={chosen.scope}
          name="scope"
          legend={words.passage}
          inline
          defaultValue={chosen.scope}
          options={[
            { value: 'whole', label: words.whole },
            { value: 'phrase', label: words.phrase },
          ]}
        />
      </div>
      <div className={styles.range}>
        <WordSelect
          name="fromWord"
          label={words.fromWord}
          tokens={tokens}
          value={chosen.first}
          onChange={(first) => pick(first, Math.max(first, chosen.last))}
        />
        <WordSelect
          name="toWord"
          label={words.toWord}
          tokens={tokens}
          value={chosen.last}
          onChange={(last) => pick(Math.min(chosen.first, last), last)}
        />
        <p className={styles.hint}>{words.phraseHint}</p>
      </div>
    </div>
  )
}

function onScope(target: EventTarget, chosen: Chosen, onChoose: (chosen: Chosen) => void) {
  if (target instanceof HTMLInputElement)
    onChoose({ ...chosen, scope: target.value === 'phrase' ? 'phrase' : 'whole' })
}

type QuotedProps = Omit<PassageFieldProps, 'onChoose'> & {
  tokens: Token[]
  onPick: (first: number, last: number) => void
}

function Quoted({ passage, lang, tokens, chosen, onPick }: QuotedProps) {
  const hydrated = useHydrated()
  if (hydrated)
    return <WordPicker text={passage.text} tokens={tokens} lang={lang} chosen={chosen} onPick={onPick} />
  const [from, to] = [tokens[chosen.first - 1]?.from ?? 0, tokens[chosen.last - 1]?.to ?? 0]
  const marked = chosen.scope === 'phrase' && to > from
  return (
    <blockquote className={styles.quote} lang={lang}>
      {marked ? (
        <>
          {passage.text.slice(0, from)}
          <mark>{passage.text.slice(from, to)}</mark>
          {passage.text.slice(to)}
        </>
      ) : (
        passage.text
      )}
    </blockquote>
  )
}

type WordSelectProps = {
  name: string
  label: string
  tokens: Token[]
  value: number
  onChange: (value: number) => void
}

function WordSelect({ name, label, tokens, value, onChange }: WordSelectProps) {
  return (
    <Select
      name={name}
      label={label}
      value={value}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {tokens.map((token, at) => (
        <option key={token.from} value={at + 1}>
          {`${token.text} · ${at + 1}`}
        </option>
      ))}
    </Select>
  )
}
