import path from "node:path";
import { keepStructsPlain } from "../../../../preview/engine/sdk/light-structs";
import { loadSdk } from "../../../../preview/engine/sdk/sdk";

const repository = path.join(__dirname, "..", "..", "..", "..");

test("a struct is the plain object it was made of, and a real one where a message is written out", () => {
  const sdk = loadSdk(repository);
  const { Struct } = sdk.structProto;
  const properties = { text: "é", list: [1, { deep: null }], flag: true, empty: {} };
  const real = Struct.fromJavaScript(properties).serializeBinary();
  keepStructsPlain(sdk);

  const plain = Struct.fromJavaScript(properties);
  expect(plain.toJavaScript()).toBe(properties);
  expect(plain).toBeInstanceOf(Struct);
  expect(plain.getFieldsMap().get("text")?.getStringValue()).toBe("é");

  const request = new sdk.resourceProto.TransformRequest();
  request.setName("n");
  request.setProperties(plain);
  const read = sdk.resourceProto.TransformRequest.deserializeBinary(request.serializeBinary());
  expect(read.getName()).toBe("n");
  expect(read.getProperties()?.toJavaScript()).toEqual(properties);
  expect(Buffer.from(read.getProperties()?.serializeBinary() ?? [])).toEqual(Buffer.from(real));
});
