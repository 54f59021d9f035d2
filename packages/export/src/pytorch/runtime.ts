/** What both scripts begin with: the weights as safetensors in base64, read without a package. */
export const READ_WEIGHTS = `
def read_weights(text):
    """The tensors of a safetensors file in base64."""
    file = base64.b64decode(text)
    (length,) = struct.unpack("<Q", file[:8])
    header = json.loads(file[8 : 8 + length])
    header.pop("__metadata__", None)
    types = {"F32": torch.float32, "F64": torch.float64, "I32": torch.int32, "BOOL": torch.bool}
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        part = bytearray(file[8 + length + begin : 8 + length + end])
        tensors[name] = torch.frombuffer(part, dtype=types[entry["dtype"]]).reshape(entry["shape"])
    return tensors
`;

/** From the rows of a table to probabilities and classes, and a command that does so for a CSV file. */
export const CLASSIFIER = String.raw`
class Classifier(nn.Module):
    """The mean of the networks' logits for rows that "encode" made."""

    def __init__(self):
        super().__init__()
        self.members = nn.ModuleList([network() for _ in range(MODEL["members"])])

    def forward(self, x):
        return torch.stack([member(x).double() for member in self.members]).mean(0).squeeze(1)


def load():
    """The trained classifier."""
    model = Classifier()
    model.load_state_dict(read_weights(WEIGHTS))
    return model.eval()


DATE = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?: ?(?:Z|UTC|([+-])(\d\d):?(\d\d)))?)?"
)


def days_of(text):
    """Days since 1970-01-01, UTC."""
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError
    year, _, month, day, hour, minute, second, sign, hours, minutes = match.groups()
    days = (datetime.date(int(year), int(month), int(day)) - datetime.date(1970, 1, 1)).days
    offset = (-1 if sign == "-" else 1) * (int(hours or 0) * 3600 + int(minutes or 0) * 60)
    return days + (int(hour or 0) * 3600 + int(minute or 0) * 60 + float(second or 0) - offset) / 86400


TRUTH = {"true": 1, "t": 1, "yes": 1, "y": 1, "1": 1, "false": 0, "f": 0, "no": 0, "n": 0, "0": 0}


def number_of(kind, value):
    """A value of a column as a number; raises an error where it is none."""
    if isinstance(value, str):
        text = value.strip()
        if kind == "date":
            return days_of(text)
        return TRUTH[text.lower()] if kind == "boolean" else float(text)
    if kind == "date" or (kind == "number" and isinstance(value, bool)):
        raise ValueError
    return float(value)


WANTED = {"number": "a number", "date": "a date such as 2024-01-31", "boolean": "true or false"}


def encode(rows):
    """A matrix of rows, which are dictionaries of texts, numbers, truth values and None."""
    matrix = torch.zeros(len(rows), MODEL["width"], dtype=torch.float32)
    for i, row in enumerate(rows):
        at = 0
        for column in MODEL["columns"]:
            name, kind = column["name"], column["kind"]
            if name not in row:
                raise ValueError(f"row {i}: there is no column {name!r}")
            value = row[name]
            if isinstance(value, str) and value.strip() in MISSING and value not in column.get("categories", []):
                value = None
            if isinstance(value, float) and math.isnan(value):
                value = None
            if kind != "category":
                number = column["fill"]
                if value is not None:
                    try:
                        number = number_of(kind, value)
                        if math.isinf(number):
                            raise ValueError
                    except (KeyError, TypeError, ValueError):
                        raise ValueError(f"row {i}, column {name!r}: {value!r} is not {WANTED[kind]}") from None
                scaled = (number - column["mean"]) / column["scale"]
                limit = math.inf if column["clip"] is None else column["clip"]
                matrix[i, at] = min(max(scaled, -limit), limit)
                if column["indicator"] and value is None:
                    matrix[i, at + 1] = 1
            else:
                if isinstance(value, bool):
                    value = "true" if value else "false"
                place = column["missing"]
                if value is not None:
                    places = column.setdefault("places", {text: k for k, text in enumerate(column["categories"])})
                    text = str(value)
                    place = places.get(text, places.get(text.strip(), column["other"]))
                if place >= 0:
                    matrix[i, at + place] = 1
            at += column["width"]
    return matrix


def calibrate(logits):
    calibration = MODEL["calibration"]
    if calibration is None:
        return torch.sigmoid(logits)
    if calibration["kind"] == "temperature":
        return torch.sigmoid(logits / calibration["temperature"])
    if calibration["kind"] == "platt":
        return torch.sigmoid(calibration["slope"] * logits + calibration["intercept"])
    scores = torch.tensor(calibration["scores"], dtype=torch.float64)
    values = torch.tensor(calibration["probabilities"], dtype=torch.float64)
    right = torch.searchsorted(scores, logits)
    left, right = (right - 1).clamp(0, len(scores) - 1), right.clamp(0, len(scores) - 1)
    run = torch.where(left == right, torch.ones_like(logits), scores[right] - scores[left])
    return values[left] + (values[right] - values[left]) * (logits - scores[left]) / run


def predict_proba(model, rows):
    """The probability of the positive class for each row."""
    with torch.no_grad():
        return calibrate(model(encode(rows))).tolist()


def numbered(reader):
    """Rows with the line at which each begins; one can go over several."""
    reader.fieldnames
    while True:
        line = reader.line_num + 1
        row = next(reader, None)
        if row is None:
            return
        yield line, row


def field(text):
    """What a spreadsheet would take for a formula gets a quote in front."""
    return f"'{text}" if len(text) > 1 and text[0] in "=+-@\\t\\r" and not is_number(text) else text


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description="Predicts the rows of a CSV file.")
    parser.add_argument("data", help="the table, whose first row names the columns; - is standard input")
    parser.add_argument("-o", "--out", help="the file to write; default standard output")
    parser.add_argument("--delimiter", default=",")
    arguments = parser.parse_args()
    source = sys.stdin if arguments.data == "-" else open(arguments.data, newline="", encoding="utf-8-sig")
    target = sys.stdout if arguments.out is None else open(arguments.out, "w", newline="", encoding="utf-8")
    negative, positive = map(field, MODEL["labels"])
    model = load()
    rows = numbered(csv.DictReader(source, delimiter=arguments.delimiter, skipinitialspace=True))
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["line", "prediction", f"probability of {MODEL['labels'][1]}"])
    while True:
        block = list(itertools.islice(rows, 4096))
        if not block:
            break
        try:
            probabilities = predict_proba(model, [row for _, row in block])
        except ValueError as problem:
            sys.exit(f"{arguments.data}: {problem}, counted from line {block[0][0]}")
        for (line, _), p in zip(block, probabilities):
            writer.writerow([line, positive if p > MODEL["threshold"] else negative, p])


if __name__ == "__main__":
    main()
`;
