type Fact = string | number | undefined

const words: Record<string, string> = {
  submission: 'по конкурсной работе',
  system: 'по информационной системе',
  files: 'по материалам',
}

/** What a panel works on, as notices say it; told before kinds were kept, it is a draft. */
export const by = (title: Fact, about?: Fact) => `${words[String(about)] ?? 'по проекту'} «${title}»`
