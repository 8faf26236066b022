/** As `readablePhone` of the contracts writes it. */
const PHONE = /(\d{3}\u00a0\d{3}-\d{4})/;

/** A line in which no phone number breaks in two: its hyphen is a place to break otherwise. */
export function Unbroken({ text }: { text: string }) {
  return text.split(PHONE).map((part, index) =>
    // What is split off by the pattern is every other part.
    index % 2 === 1 ? (
      <span key={index} style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
