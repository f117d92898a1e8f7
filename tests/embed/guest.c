/* guest.c: the same from C. */
#include <gongwen.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char* const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。";
  gongwen_document* document = NULL;
  gongwen_error error;
  if (gongwen_read(&document, sentence, strlen(sentence), NULL, &error) != GONGWEN_OK) {
    fputs(error.message, stderr);
    return 1;
  }
  gongwen_indicators table = gongwen_document_indicators(document);
  printf("%lu\n", (unsigned long)table.count);
  gongwen_document_free(document);
  return 0;
}
