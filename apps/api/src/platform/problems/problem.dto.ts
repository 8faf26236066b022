/** One faulty field of a request. */
export class FieldFaultDto {
  /** JSON pointer into the request body, e.g. `/price/amount`. */
  pointer!: string;
  detail!: string;
}

/** What every error looks like (RFC 9457). Some carry more members, such as `alternatives` or `current`. */
export class ProblemDetailsDto {
  type!: string;
  title!: string;
  status!: number;
  /** Stable; programs branch on it. */
  code!: string;
  /** What happened and what to do next. */
  detail!: string;
  requestId!: string;
  errors?: FieldFaultDto[];
}
