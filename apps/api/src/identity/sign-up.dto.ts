export class SignUpStateDto {
  open!: boolean;
}
