using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class LanguageOfTextTests
{
    [Theory]
    [InlineData("en", "The harbour board said on Monday that it would close the quay until the pillars have been mended, and that ferries are not affected.")]
    [InlineData("de", "Der Hafenrat teilte am Montag mit, dass der Kai gesperrt wird, bis die Pfeiler repariert sind, und dass die Fähren nicht betroffen sind.")]
    [InlineData("fr", "Le conseil du port a annoncé lundi que le quai sera fermé jusqu’à ce que les piliers soient réparés, et que les ferries ne sont pas touchés.")]
    [InlineData("es", "La junta del puerto dijo el lunes que el muelle se cerrará hasta que se reparen los pilares y que los transbordadores no están afectados por la medida.")]
    [InlineData("it", "Il consiglio del porto ha detto lunedì che il molo sarà chiuso fino a quando i pilastri non sono riparati e che i traghetti non sono interessati.")]
    [InlineData("pt", "O conselho do porto disse na segunda-feira que o cais será fechado até que os pilares sejam reparados e que as balsas não são afetadas pela medida.")]
    [InlineData("nl", "De havenraad zei maandag dat de kade gesloten wordt tot de pijlers zijn hersteld, en dat de veerboten er niet door worden geraakt.")]
    [InlineData("ru", "Совет порта сообщил в понедельник, что причал будет закрыт до ремонта опор и что на паромы это не повлияет, так как они стоят у другого причала.")]
    [InlineData("ja", "港湾委員会は月曜日、柱が修理されるまで岸壁を閉鎖すると発表した。フェリーには影響がない。")]
    [InlineData("ar", "أعلن مجلس الميناء يوم الاثنين إغلاق الرصيف حتى إصلاح الأعمدة ولن تتأثر العبارات بذلك القرار")]
    public void A_text_tells_its_language(string language, string text) => Assert.Equal(language, LanguageOfText.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Aldmouth 3, Talbrook 2")]
    [InlineData("Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt ut labore et dolore magna aliqua.")]
    public void What_does_not_tell_stays_unnamed(string text) => Assert.Null(LanguageOfText.Of(text));

    [Fact]
    public void A_report_in_another_language_is_known_as_such_though_its_page_says_english()
    {
        var line = new ReportLine { Url = "https://echo.example/1", Lang = "en", Text = "Der Hafenrat teilte am Montag mit, dass der Kai gesperrt wird, bis die Pfeiler repariert sind, und dass die Fähren nicht betroffen sind." };
        Assert.Equal("de", Assert.Single(Intake.Of([line]).Reports).Language);
    }
}
